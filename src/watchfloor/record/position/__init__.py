"""Who stands where on which issue, and when."""
