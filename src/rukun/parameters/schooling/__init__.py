"""Dated amounts of aid for pupils."""

from rukun.parameters.schooling.pip import Amount, pip

__all__ = ["Amount", "pip"]
