"""The font of the pictures, for documents that must embed the same one."""

from matplotlib import font_manager


def font_path(*, bold: bool = False) -> str:
    """Return the file of DejaVu Sans that comes with matplotlib.

    >>> font_path(bold=True).endswith("DejaVuSans-Bold.ttf")
    True
    """
    properties = font_manager.FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")
    return str(font_manager.findfont(properties, fallback_to_default=False))
