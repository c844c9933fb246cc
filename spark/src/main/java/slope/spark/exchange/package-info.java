/// Workers in several processes add up numbers over sockets. Nothing here knows Spark.
///
/// Start with [slope.spark.exchange.Meeting], which makes a [slope.spark.exchange.SocketExchange].
@NullMarked
package slope.spark.exchange;

import org.jspecify.annotations.NullMarked;
