package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "localhost"})
    void shouldSayNothingWhenOnlyThisMachineCanReachIt(String host) throws UnknownHostException {
        assertThat(Exposure.warning(host, InetAddress.getByName(host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.20", "10.0.0.1", "fe80::1", "2001:db8::7"})
    void shouldWarnWhenOthersCanReachIt(String host) throws UnknownHostException {
        assertThat(Exposure.warning(host, InetAddress.getByName(host))).isPresent();
    }

    @Test
    void shouldJudgeANameByItsAddress() throws UnknownHostException {
        InetAddress lan = InetAddress.getByAddress("lab", new byte[] {10, 0, 0, 1});
        assertThat(Exposure.warning("lab", lan))
                .hasValue("warning: listening on lab, beyond this machine: anybody who reaches it can use it,"
                        + " and it checks no key");
    }
}
