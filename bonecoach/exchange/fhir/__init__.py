"""The diary as a FHIR R4 bundle, for the systems of clinics, and such bundles taken in."""
