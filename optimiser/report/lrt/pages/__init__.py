"""Content on a page: templates, layout, PowerPoint and paper."""
