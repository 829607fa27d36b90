"""The region one works in: picked, its picture, and the exchange found for it."""
