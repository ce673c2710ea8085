/// Checks rendered Kubernetes manifests without a cluster: their shape, their references and the rules we hold them to.
@NullMarked
package vn.tiendo.verify;

import org.jspecify.annotations.NullMarked;
