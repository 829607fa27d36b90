"""Files a user brings: ``door`` reads every table and tells how, its neighbours what it is for."""
