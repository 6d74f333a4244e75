"""Changes to drafts: fixes, restored texts, decisions one by one."""
