"""What is in the register: as tables, files and reminders, and whether it was carried out."""
