package io.tokenpace.bench.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium without a window and without a network. */
final class Browser implements AutoCloseable {
    /** Set to {@code required} where a missing browser must fail the tests instead of skipping them. */
    private static final String WISH = "TOKENPACE_BROWSER";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens one, or skips the tests of a machine that has none. */
    static Browser open() {
        Optional<File> chromium = onPath("chromium");
        Optional<File> chromedriver = onPath("chromedriver");
        boolean found = chromium.isPresent() && chromedriver.isPresent();
        if (!found && isRequired()) {
            throw new IllegalStateException(WISH + " is required, and PATH must hold chromium and chromedriver");
        }
        String skipped = "SKIPPED: the report page was not opened, since PATH holds no chromium and chromedriver";
        if (!found) {
            System.err.println(skipped);
        }
        assumeTrue(found, skipped);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        return new Browser(new ChromeDriver(service, options(chromium.orElseThrow())));
    }

    private static boolean isRequired() {
        return "required".equals(System.getProperty(WISH, System.getenv(WISH)));
    }

    private static Optional<File> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private static ChromeOptions options(File chromium) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        // No sandbox: it refuses to start for root, as which containers run. Nobody listens where the proxy is said to
        // be.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--proxy-server=127.0.0.1:1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** Makes the window so wide, and the system's theme so. */
    void look(int width, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Opens a page. Its scripts have run when the browser says that it is loaded. */
    void show(Path page) {
        driver.get(page.toUri().toString());
        if (!Boolean.TRUE.equals(run("return Boolean(window.__report && window.__report.ready)"))) {
            throw new IllegalStateException("page (" + page + ") must be ready once it is loaded: " + console());
        }
    }

    /** Runs a script in the page and returns what it returns. */
    Object run(String script) {
        return driver.executeScript(script);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String script) {
        return (List<String>) run(script);
    }

    long number(String script) {
        return ((Number) run(script)).longValue();
    }

    void press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    void pressTab() {
        press(Keys.TAB);
    }

    /** Prints the page as a reader would. */
    void print() {
        driver.executeCdpCommand("Page.printToPDF", Map.of());
    }

    /** Returns what the page has told the console since this was asked last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
