"""Commands of ``taakstelling koppel``: does it fit, does it close. Counts only."""
