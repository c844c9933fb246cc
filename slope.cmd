@echo off
rem Starts Slope on Windows, as the file "slope" does elsewhere: finds a Java 25, and in a checkout of the sources builds
rem on first use. Written and reviewed without a Windows machine.
rem SLOPE_JAVA_HOME names the JDK to use. SLOPE_JAVA_OPTIONS holds more flags for the JVM, separated by spaces.
setlocal EnableExtensions DisableDelayedExpansion

set "here=%~dp0"
set "here=%here:~0,-1%"
set "product=%here%\dist\target\product"
rem In what was unpacked from a release it stands in the folder "bin".
for %%f in ("%here%") do if /i "%%~nxf"=="bin" if exist "%here%\..\version" for %%p in ("%here%\..") do set "product=%%~fp"

rem Variables know no case here: one called java_home would be JAVA_HOME.
set "jdk="
rem No name of a folder stands inside of parentheses: "Program Files (x86)" would end them.
if defined SLOPE_JAVA_HOME call :take_java "%SLOPE_JAVA_HOME%"
if defined SLOPE_JAVA_HOME if not defined jdk goto :wrong_java
if not defined jdk call :take_java "%product%\runtime"
if not defined jdk if defined JAVA_HOME call :take_java "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%j in ('where java 2^>nul') do if not defined jdk for %%h in ("%%~dpj..") do call :take_java "%%~fh"
if not defined jdk for /d %%h in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do if not defined jdk call :take_java "%%~h"
if not defined jdk (
    echo Slope needs a JDK 25 and found none: install one from https://adoptium.net, or set SLOPE_JAVA_HOME. 1>&2
    exit /b 1
)
if "%~1"=="--java-home" if "%~2"=="" goto :tell_java

rem Sources that changed are not noticed here: "slope.cmd --rebuild" builds them again.
if "%~1"=="--rebuild" if exist "%here%\pom.xml" (
    call :build
    exit /b
)
if not exist "%product%\version" if not exist "%here%\pom.xml" goto :nothing_there
if not exist "%product%\version" (
    call :build
    if errorlevel 1 exit /b 1
)

rem As of the file "slope": commands that train get the vector kernels, others start without. There "predict" and "evaluate"
rem get them too for large files.
set "modules=%product%\lib"
set training=
for %%c in (train cv tune curve verify explain serve studio) do if "%~1"=="%%c" set training=yes
set flags=--enable-native-access=duckdb.jdbc,org.jline.terminal.ffm,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
set flags=%flags% -Xlog:disable "-Xlog:all=warning,aot*=off,cds*=off:stderr"
set "collector=-XX:+UseSerialGC"
if defined SLOPE_JAVA_OPTIONS if not "%SLOPE_JAVA_OPTIONS:GC=%"=="%SLOPE_JAVA_OPTIONS%" set collector=
set cache=other
if defined training set "modules=%product%\lib;%product%\lib\vector"
if defined training set flags=%flags% "@%product%\slope.args"
if defined training set cache=training
if "%~1"=="shell" set flags=%flags% --add-modules jdk.jshell
if "%~1"=="shell" set cache=shell
if "%~1"=="lesson" set flags=%flags% -XX:TieredStopAtLevel=1
rem Java makes this cache of its own accord when it ends, and again after a change of the jars. Where it may not write, a
rem command that was asked for one would end as a failure.
copy /y nul "%product%\may-write" >nul 2>nul && set flags=%flags% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%product%\%cache%.jsa"
if exist "%product%\may-write" del "%product%\may-write"
"%jdk%\bin\java" --module-path "%modules%" %flags% %collector% %SLOPE_JAVA_OPTIONS% --module slope.cli/slope.cli.Main %*
exit /b %errorlevel%

:wrong_java
echo SLOPE_JAVA_HOME is %SLOPE_JAVA_HOME%, which is not a JDK 25 or newer: correct it, or unset it. 1>&2
exit /b 1

:tell_java
echo %jdk%
exit /b 0

:nothing_there
echo slope: %product% has no Slope: unpack all of the zip again. 1>&2
exit /b 1

rem Sets jdk if a folder holds a Java 25 or newer, as its file "release" says.
:take_java
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set version=0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "version=%%~v"
set "version=%version:"=%"
if %version% geq 25 set "jdk=%~f1"
exit /b

:build
echo slope: building (about a minute) ... 1>&2
setlocal
set "JAVA_HOME=%jdk%"
pushd "%here%"
call mvnw.cmd --batch-mode --no-transfer-progress -q -Dquick -Pdist --projects dist --also-make package 1>&2
if errorlevel 1 (
    popd
    echo slope: the build failed 1>&2
    exit /b 1
)
rem Windows' own tar, which reads zip files: another one on the path may not.
for %%z in (dist\target\slope-*.zip) do "%SystemRoot%\System32\tar.exe" -xf "%%z" -C dist\target
for /d %%d in (dist\target\slope-*) do move "%%d" dist\target\product >nul
popd
if exist "%product%\version" exit /b 0
echo slope: the build is done, and its zip in dist\target cannot be unpacked 1>&2
exit /b 1
