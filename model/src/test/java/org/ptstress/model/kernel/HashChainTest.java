package org.ptstress.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What both ways to add and both ways to unlink have in common. */
class HashChainTest {
  private final HashHead head = new HashHead();
  private final TestNode a = new TestNode("a");
  private final TestNode b = new TestNode("b");
  private final TestNode c = new TestNode("c");

  static Stream<Arguments> operations() {
    BiConsumer<HashHead, HashNode> add = HashHead::addHead;
    BiConsumer<HashHead, HashNode> addRcu = HashHead::addHeadRcu;
    Consumer<HashNode> unlink = HashNode::unlink;
    Consumer<HashNode> unlinkRcu = HashNode::unlinkRcu;
    return Stream.of(
        Arguments.of(Named.of("hlist_add_head", add), Named.of("hlist_del", unlink)),
        Arguments.of(Named.of("hlist_add_head", add), Named.of("hlist_del_rcu", unlinkRcu)),
        Arguments.of(Named.of("hlist_add_head_rcu", addRcu), Named.of("hlist_del", unlink)),
        Arguments.of(Named.of("hlist_add_head_rcu", addRcu), Named.of("hlist_del_rcu", unlinkRcu)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void addsAtTheHead(BiConsumer<HashHead, HashNode> add, Consumer<HashNode> unlink) {
    fill(add);
    assertThat(TestNode.names(head)).containsExactly("c", "b", "a");
    assertThat(TestNode.namesRcu(head)).containsExactly("c", "b", "a");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void unlinksFromAnyPlace(BiConsumer<HashHead, HashNode> add, Consumer<HashNode> unlink) {
    for (String name : List.of("c", "b", "a")) {
      HashHead chain = new HashHead();
      List<TestNode> nodes = Stream.of("a", "b", "c").map(TestNode::new).toList();
      nodes.forEach(node -> add.accept(chain, node));
      nodes.stream().filter(node -> node.toString().equals(name)).forEach(unlink);
      assertThat(TestNode.names(chain))
          .containsExactlyElementsOf(
              Stream.of("c", "b", "a").filter(left -> !left.equals(name)).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void unlinksAll(BiConsumer<HashHead, HashNode> add, Consumer<HashNode> unlink) {
    fill(add);
    unlink.accept(b);
    unlink.accept(c);
    unlink.accept(a);
    assertThat(head.first()).isNull();
    assertThat(head.firstRcu()).isNull();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anUnlinkedNodeCanBeAddedElsewhere(
      BiConsumer<HashHead, HashNode> add, Consumer<HashNode> unlink) {
    fill(add);
    unlink.accept(b);
    HashHead other = new HashHead();
    add.accept(other, b);
    assertThat(TestNode.names(other)).containsExactly("b");
    assertThat(TestNode.names(head)).containsExactly("c", "a");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void unlinkingTwiceIsReportedAndChangesNothing(
      BiConsumer<HashHead, HashNode> add, Consumer<HashNode> unlink) {
    fill(add);
    unlink.accept(b);
    unlink.accept(b);
    assertThat(b.reports).containsExactly(Corruption.DOUBLE_REMOVE);
    assertThat(TestNode.names(head)).containsExactly("c", "a");
    assertThat(a.reports).isEmpty();
    assertThat(c.reports).isEmpty();
  }

  @Test
  void aWalkOnANodeGoesOnAfterItWasUnlinkedUnderRcu() {
    fill(HashHead::addHeadRcu);
    b.unlinkRcu();
    assertThat(b.nextRcu()).isSameAs(a);
  }

  @Test
  void aWalkOnANodeIsLostAfterItWasUnlinkedWithoutRcu() {
    fill(HashHead::addHeadRcu);
    b.unlink();
    assertThat(b.nextRcu()).isNull();
  }

  @Test
  void anArrayHoldsSeparateEmptyChains() {
    HashHead[] heads = HashHead.array(3);
    heads[1].addHead(a);
    assertThat(heads).hasSize(3);
    assertThat(heads[0].first()).isNull();
    assertThat(TestNode.names(heads[1])).containsExactly("a");
    assertThat(heads[2].first()).isNull();
  }

  private void fill(BiConsumer<HashHead, HashNode> add) {
    add.accept(head, a);
    add.accept(head, b);
    add.accept(head, c);
  }
}
