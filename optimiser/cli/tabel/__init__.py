"""Commands about one table: verdeel, waarom, herleid, sleutels, gegevens, controleer."""
