"""The checks of a delivery: geweigerd, te bevestigen, in orde."""
