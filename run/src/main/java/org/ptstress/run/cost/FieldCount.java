package org.ptstress.run.cost;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Accesses of operations to a field, as sums: in JSON a list, because there are many.
 *
 * @param field the class that declares it, and its name: {@code TicketLock.nextTicket}; {@code
 *     KTimer[]} for the elements of an array, {@code Object.monitor} for the monitor of an object,
 *     and the name of a class alone for objects of it that are made
 * @param loads loads
 * @param stores stores
 * @param rmws atomic read-modify-writes
 * @param allocations objects or arrays that are made
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"field", "loads", "stores", "rmws", "allocations"})
public record FieldCount(String field, long loads, long stores, long rmws, long allocations) {}
