package io.tokenpace.bench.client;

import java.util.regex.Pattern;

/** The part of a URL that says who is to be let in. */
public final class UserInfo {
    /** As far as the last @: a password may well hold one, or a slash or a space. */
    private static final Pattern BEFORE_HOST = Pattern.compile("//.*@", Pattern.DOTALL);

    private UserInfo() {}

    /** Returns the text without the users and passwords of its URLs, and with them whatever stands in between. */
    public static String hide(String text) {
        return BEFORE_HOST.matcher(text).replaceAll("//…@");
    }
}
