"""What one figure is put together from: panel, legend, names, layout, small print."""
