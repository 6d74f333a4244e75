"""What changes a draft: fixes, restored texts, decisions one by one."""
