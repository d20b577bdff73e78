"""One module a step. A step that was in a release is never changed: add the next one."""
