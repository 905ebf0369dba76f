package io.tokenpace.cli;

/** Shows nothing, for those who asked for quiet. */
final class NoDisplay implements Display {
    @Override
    public void show(PanelState state) {}

    @Override
    public void say(String line) {}

    @Override
    public void clear() {}
}
