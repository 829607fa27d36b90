"""Page *Verloop*: saldo through half-years, early warning, deliveries."""
