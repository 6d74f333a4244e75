"""The damage that copying did, undone: each module finds one kind, ``restore`` puts them together."""
