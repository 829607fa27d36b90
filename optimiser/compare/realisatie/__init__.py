"""What was housed beside what was asked."""
