/// Tables as offices exchange them, CSV and XLSX: read within bounds, and written so that a spreadsheet runs nothing.
@NullMarked
package vn.tiendo.kit.table;

import org.jspecify.annotations.NullMarked;
