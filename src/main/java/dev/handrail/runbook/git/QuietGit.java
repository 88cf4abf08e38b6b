package dev.handrail.runbook.git;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git that knows only what Handrail was told: no configuration of the machine or of the user, which could send a fetch elsewhere,
 * and nothing written into a home folder, which a container may not have.
 */
final class QuietGit extends SystemReader.Delegate {
    private QuietGit(SystemReader machine) {
        super(machine);
    }

    /** Has effect for the whole process, once. */
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof QuietGit)) {
            SystemReader.setInstance(new QuietGit(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    private static final class NoFile extends FileBasedConfig {
        NoFile(Config parent, FS fs) {
            super(parent, Path.of("there-is-no-such-file").toFile(), fs);
        }

        @Override
        public void load() {
            // nothing to read
        }

        @Override
        public void save() {
            // nowhere to write
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
