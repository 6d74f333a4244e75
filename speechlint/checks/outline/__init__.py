"""How the outline is numbered and closed: order, levels, marks, headings, titles."""
