/// Container images of packaged services, built as tars without a container engine.
@NullMarked
package vn.tiendo.image;

import org.jspecify.annotations.NullMarked;
