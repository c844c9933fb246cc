# How `slope` makes what it runs of the sources beside it: read by `slope`, in a folder with a pom.xml alone.
# shellcheck shell=bash disable=SC2154 # home, product, log, build and java_home are set by `slope`

# The modules whose jars a running Slope has: the command line, the kernels, and what their poms name. The others (Spark,
# measurements, rules) are built by Maven alone.
shipped_modules() {
    local module other modules="cli vector" before=""
    while [ "$modules" != "$before" ]; do
        before=$modules
        for module in $before; do
            for other in $(sed -n 's|.*<artifactId>slope-\([a-z]*\)</artifactId>.*|\1|p' "$home/$module/pom.xml"); do
                case " $modules " in *" $other "*) ;; *) modules+=" $other" ;; esac
            done
        done
    done
    printf '%s' "$modules"
}

# Calls `find` on all that a build is made of.
find_sources() {
    find "$home"/{slope,dist/build.bash,slope.args,LICENSE,NOTICE,licenses,pom.xml} "$home"/*/pom.xml "$home"/*/src/main "$@"
}

# A number for the names and the content of some files, wherever they lie and however old they are.
sum_files() {
    find "$@" -type f -exec cksum {} + | LC_ALL=C sort | cksum
}

# A line for each module, and one for what all have in common: what a line says changes with its sources.
sum_sources() {
    local module
    cd "$home"
    printf 'all %s\n' "$(sum_files slope dist/build.bash slope.args LICENSE NOTICE licenses pom.xml ./*/pom.xml)"
    for module in $(shipped_modules); do
        printf '%s %s\n' "$module" "$(sum_files "$module/src/main")"
    done
}

# Whether a build is one of the sources as they are. Mostly their times tell: nothing is newer than the start of the build.
# Folders count as well as files: theirs is the time that changes when a file is deleted. But a copy or a checkout has new
# times and the old content.
is_of_sources() {
    [ -n "$(find_sources -newer "$build/started" -print -quit)" ] || return 0
    # What changes from here on will be newer than this file.
    { : >"$build/compared"; } 2>/dev/null || true
    [ "$(sum_sources)" = "$(cat "$build/sources" 2>/dev/null)" ] || return 1
    mv -f "$build/compared" "$build/started" 2>/dev/null || true
}

# Prints the modules that have to be built again: those whose sources changed since the last build, and those that depend
# on one, as their poms say. Nothing, where that is not known: then all are.
stale_modules() {
    local new=$1 module other stale=" " before=""
    [ -n "$build" ] && [ -d "$build/repository" ] || return 0
    [ "$(grep '^all ' "$new/sources")" = "$(grep '^all ' "$build/sources")" ] || return 0
    for module in $(shipped_modules); do
        [ "$(grep "^$module " "$new/sources")" = "$(grep "^$module " "$build/sources")" ] || stale+="$module "
    done
    while [ "$stale" != "$before" ]; do
        before=$stale
        for module in $(shipped_modules); do
            case $stale in *" $module "*) continue ;; esac
            for other in $stale; do
                if grep -q "<artifactId>slope-$other</artifactId>" "$home/$module/pom.xml"; then
                    stale+="$module "
                    break
                fi
            done
        done
    done
    stale=${stale# }
    printf '%s' "${stale% }"
}

# Builds all modules, or only those that are named, beside the last build's jars of the others: those stand in a repository
# behind the usual one, into which the wrapper's Maven looks, and one that is older than 3.9 does not.
run_maven() {
    local maven=mvn modules=$1
    if ./mvnw --version || ! command -v mvn; then maven=./mvnw; fi
    if [ -z "$modules" ] || [ "$maven" = mvn ]; then
        "$maven" --batch-mode --no-transfer-progress -Dquick --projects cli,vector --also-make package
    else
        "$maven" --batch-mode --no-transfer-progress -Dquick --projects "${modules// /,}" \
            "-Dmaven.repo.local.tail=$build/repository" package
    fi
}

# Gathers the jars, and whose they are. The vector kernels lie apart: a module path that has them makes Java load the
# Vector API, an incubator module, which costs commands that do not train a part of the start-up cache. DuckDB's jar holds
# its native library for four systems and would unpack the fitting one, 70 MB, at every start; lying beside a jar that
# holds none, it is found at once.
gather_jars() {
    local lib=$1 version=$2 jar system machine
    mkdir "$lib/vector" && cp "vector/target/slope-vector-$version.jar" "$lib/vector" &&
        cp cli/target/modules/*.jar "cli/target/slope-cli-$version.jar" "$lib" || return 1
    jar=$(printf '%s' "$lib"/duckdb_jdbc-*.jar)
    case $(uname -s) in Darwin) system=macos ;; *) system=linux ;; esac
    case $(uname -m) in aarch64 | arm64) machine=arm64 ;; *) machine=amd64 ;; esac
    mkdir "$lib/unpacked" || return 1
    (cd "$lib/unpacked" && "$java_home/bin/jar" --extract --file "$jar" &&
        mv "libduckdb_java.so_${system}_$machine" "$lib" && rm -f libduckdb_java.so_* &&
        "$java_home/bin/jar" --create --file "$jar" --manifest META-INF/MANIFEST.MF META-INF/services org) &&
        rm -r "$lib/unpacked"
}

# Takes over the last build's jars, but those of some modules as they are now.
gather_changed_jars() {
    local lib=$1 version=$2 module
    # Links where the disk has them: DuckDB's library alone is 70 MB.
    rmdir "$lib"
    cp -RPl "$build/lib" "$lib" 2>/dev/null || { rm -rf "$lib" && cp -RP "$build/lib" "$lib"; } || return 1
    for module in $3; do
        case $module in vector) lib=$1/vector ;; *) lib=$1 ;; esac
        # Not over the last build's, which may be the same file.
        rm -f "$lib/slope-$module-$version.jar"
        cp "$module/target/slope-$module-$version.jar" "$lib" || return 1
    done
}

# Keeps Slope's own jars and poms as Maven finds them in a repository, for builds of some modules beside the others.
keep_artifacts() {
    local new=$1 version=$2 jar module place
    place=$new/repository/dev/slope
    mkdir -p "$place/slope/$version" && cp pom.xml "$place/slope/$version/slope-$version.pom" || return 1
    for jar in "$new/lib/slope-"*"-$version.jar" "$new/lib/vector/slope-"*"-$version.jar"; do
        module=${jar##*/slope-}
        module=${module%"-$version.jar"}
        mkdir -p "$place/slope-$module/$version"
        cp -l "$jar" "$place/slope-$module/$version" 2>/dev/null || cp "$jar" "$place/slope-$module/$version"
        cp "$module/pom.xml" "$place/slope-$module/$version/slope-$module-$version.pom" || return 1
    done
}

# Makes all, or the modules that are named, of the sources as they are. Each step says whether the next one is worth it:
# where the outcome of a function is asked for, Bash goes on after what fails.
make_product() {
    local new=$1 modules=$2 version
    cd "$home" && version=$(sed -n '/^  <version>/{s/^ *<version>//;s/<.*//;p;q;}' pom.xml) || return 1
    JAVA_HOME=$java_home run_maven "$modules" || return 1
    if [ -z "$modules" ]; then
        gather_jars "$new/lib" "$version" || return 1
    else
        gather_changed_jars "$new/lib" "$version" "$modules" || return 1
    fi
    cp -R LICENSE NOTICE licenses slope.args "$new" && keep_artifacts "$new" "$version" &&
        printf '%s\n' "$version" >"$new/version"
}

# Puts a new build beside the last one and then points to it, so a failed or killed build changes nothing. The last one
# stays on disk for those who still run it; older ones go.
build_product() {
    local new folder modules
    case $home in *:*) stop "slope: Java cannot build in $home, whose name has a colon: move or rename it." ;; esac
    new=$product/$(date +%Y%m%d-%H%M%S)-$$
    mkdir -p "$new/lib"
    : >"$new/started"
    (sum_sources) >"$new/sources"
    modules=$(stale_modules "$new")
    if [ -z "$build" ]; then
        say "building (first use, about a minute) …"
    else
        say "sources changed, building ${modules:-all of it} …"
    fi
    rm -rf "$home"/cli/target/modules
    # Maven ends by Ctrl-C as by a failure, of which nobody wants to read the log.
    trap 'rm -rf "$new" && say "interrupted while building; the next start builds again" && exit 130' INT
    if ! (find_java javac && make_product "$new" "$modules") >"$log" 2>&1 </dev/null; then
        rm -rf "$new"
        if grep -q '^\[ERROR\]' "$log"; then
            sed -n -e '/^\[ERROR\] ./p' -e '/Failed to execute goal/q' "$log" | head -n 15 >&2
        else
            tail -n 15 "$log" >&2
        fi
        stop "slope: the build failed; all of it is in $log"
    fi
    trap - INT
    # Who changes one line and tries it does not wait for start-up caches: they are made after some starts.
    [ -z "$modules" ] || : >"$new/cached"
    for folder in "$product"/*/; do
        case ${folder%/} in "$build" | "$new") ;; *) rm -rf "$folder" ;; esac
    done
    printf '%s\n' "${new##*/}" >"$product/current.new"
    mv -f "$product/current.new" "$product/current"
    build=$new
}
