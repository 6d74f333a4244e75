"""Files as they lie on the disk: read with care, whatever they turn out to be."""
