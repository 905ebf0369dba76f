package io.tokenpace.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertificateNamesTest {
    @Test
    void shouldNameTheLoopbackAndTheMachine() {
        CertificateNames names = CertificateNames.of("127.0.0.1", "lab-7.example.org");
        assertThat(names.domains()).containsExactly("localhost", "lab-7.example.org");
        assertThat(names.addresses()).containsExactly("127.0.0.1", "::1");
    }

    @Test
    void shouldNameTheHostItIsBoundBy() {
        assertThat(CertificateNames.of("192.168.7.4", "localhost").addresses()).contains("192.168.7.4");
        assertThat(CertificateNames.of("fe80::7", "localhost").addresses()).contains("fe80::7");
        assertThat(CertificateNames.of("mock.test", "localhost").domains()).contains("mock.test");
    }

    @Test
    void shouldNotNameEveryAddress() {
        assertThat(CertificateNames.of("0.0.0.0", "localhost").addresses()).containsExactly("127.0.0.1", "::1");
        assertThat(CertificateNames.of("::", "localhost").addresses()).containsExactly("127.0.0.1", "::1");
    }

    @Test
    void shouldLeaveOutAMachineNameThatNoCertificateHolds() {
        assertThat(CertificateNames.of("localhost", "build_agent 3").domains()).containsExactly("localhost");
    }
}
