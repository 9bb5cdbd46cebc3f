/** The timer system calls, performed in the kernel's order of steps over any table. */
@NullMarked
package org.ptstress.model.syscall;

import org.jspecify.annotations.NullMarked;
