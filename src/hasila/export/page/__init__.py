"""The scorecard as one page that stands alone."""

from hasila.export.page.render import page

__all__ = ["page"]
