/// What `bench/spark.sh` measures. Nothing here is a test, and nothing of it is shipped.
package slope.spark.measure;
