"""The frame of the app: shell, scenario, address, session, messages, background work."""
