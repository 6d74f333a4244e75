"""Figures, their units and what they measure."""
