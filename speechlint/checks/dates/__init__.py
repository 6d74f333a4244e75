"""Years, plenums, days of the week and times elapsed."""
