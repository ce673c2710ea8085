/// Plan documents on their two axes: downward from draft to issued, upward from submitted to acknowledged.
@NullMarked
package vn.tiendo.plans.plan;

import org.jspecify.annotations.NullMarked;
