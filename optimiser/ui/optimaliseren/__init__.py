"""Page Optimaliseren."""
