package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrnoTest {
  @ParameterizedTest
  @CsvSource({
    "1, EPERM",
    "2, ENOENT",
    "3, ESRCH",
    "11, EAGAIN",
    "14, EFAULT",
    "16, EBUSY",
    "22, EINVAL",
    "28, ENOSPC",
    "95, EOPNOTSUPP",
    "5, errno 5",
  })
  void namesAnErrorNumberAndItsNegation(int errno, String name) {
    assertThat(Errno.name(errno)).isEqualTo(name);
    assertThat(Errno.name(-errno)).isEqualTo(name);
  }
}
