package org.ptstress.stress.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of a virtual machine, in which an id counter is located by the values that it takes in
 * succession, and then set while the machine runs. A wrap-around thus needs no 2^31 creates.
 */
final class GuestMemory {
  /** Added to a mark's number, so that the mark's text is not taken for the counter. */
  private static final int OFF = 7;

  private final ByteBuffer memory;
  private List<Integer> places = new ArrayList<>();
  private boolean isFound = true;

  private GuestMemory(ByteBuffer memory) {
    this.memory = memory.order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Maps the memory.
   *
   * @param file the file that the machine has for its memory
   * @return the memory
   * @throws IOException if the file cannot be mapped
   */
  static GuestMemory map(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new GuestMemory(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
    }
  }

  /** For tests. */
  static GuestMemory of(ByteBuffer memory) {
    return new GuestMemory(memory);
  }

  /**
   * Narrows down the places of the counter.
   *
   * @param number the number of the mark
   */
  void mark(int number) {
    if (isFound) {
      // The counter of a new process.
      isFound = false;
      places = everywhere(number + OFF);
    } else {
      places.removeIf(place -> memory.getInt(place) != number + OFF);
    }
  }

  private List<Integer> everywhere(int value) {
    List<Integer> found = new ArrayList<>();
    for (int place = 0; place + Integer.BYTES <= memory.capacity(); place += Integer.BYTES) {
      if (memory.getInt(place) == value) {
        found.add(place);
      }
    }
    return found;
  }

  /**
   * Sets the counter.
   *
   * @param value the next id to try
   * @throws IOException if the marks do not identify exactly one place
   */
  void set(int value) throws IOException {
    isFound = true;
    if (places.size() != 1) {
      throw new IOException(
          "The id counter was found at " + places.size() + " addresses of the guest's memory.");
    }
    memory.putInt(places.get(0), value);
  }
}
