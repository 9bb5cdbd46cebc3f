package my;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ptstress.junit.PromiseTests;

class MyTableTest {
  @TestFactory
  Stream<DynamicTest> keepsItsPromises() {
    return PromiseTests.of(new MyTable());
  }
}
