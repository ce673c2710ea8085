/// Tests of loading the sample: the files themselves, and a gateway that remembers what it was asked.
@NullMarked
package vn.tiendo.launcher.sample;

import org.jspecify.annotations.NullMarked;
