/// The overlays of deploy/k8s are held to every rule, and every rule is shown to refuse something.
@NullMarked
package vn.tiendo.verify;

import org.jspecify.annotations.NullMarked;
