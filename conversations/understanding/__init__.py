"""Understanding short texts offline: suggestions only, the person decides."""
