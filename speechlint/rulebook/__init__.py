"""Rules from YAML to a catalogue that is ready to run."""
