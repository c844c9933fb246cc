# Slope on a plain Debian, with a Java of its own. Reviewed, and not run yet: please report how it goes.
#   docker build -t slope .
#   docker run --rm -v "$PWD:/work" slope train table.csv --target y
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -Dquick -Pdist --projects dist --also-make package \
    && mkdir /opt/slope \
    && tar -xzf dist/target/slope-*.tar.gz -C /opt/slope --strip-components 1

FROM debian:13-slim
COPY --from=build /opt/slope /opt/slope
# The first start makes the start-up caches, which the user below may not write.
RUN /opt/slope/bin/slope lesson 1 > /dev/null && useradd --create-home slope
USER slope
WORKDIR /work
EXPOSE 8080
ENTRYPOINT ["/opt/slope/bin/slope"]
CMD ["--help"]
