"""One answer for people: summary, proof, limits, why; and as JSON that can be re-checked."""
