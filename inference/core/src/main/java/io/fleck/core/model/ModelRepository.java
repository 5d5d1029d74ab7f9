package io.fleck.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of a deployment: a name each, and the directory behind it. */
public final class ModelRepository {
    private final SortedMap<String, Path> directories;

    private ModelRepository(Map<String, Path> directories) {
        this.directories = Collections.unmodifiableSortedMap(new TreeMap<>(directories));
    }

    /** Models whose directories are listed one by one. */
    public static ModelRepository of(Map<String, Path> directories) {
        return new ModelRepository(directories);
    }

    /**
     * Every directory in a folder that holds a model.json, under the directory's name.
     *
     * @throws ModelException when the folder cannot be read
     */
    public static ModelRepository in(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ModelRepository(entries.filter(ModelRepository::isModel)
                    .collect(Collectors.toMap(entry -> String.valueOf(entry.getFileName()), entry -> entry)));
        } catch (IOException e) {
            throw new ModelException(folder + ": cannot be read as a folder of models: " + e, e);
        }
    }

    /** Hidden directories are models that a writer has not put in place yet. */
    private static boolean isModel(Path entry) {
        return !String.valueOf(entry.getFileName()).startsWith(".")
                && Files.isRegularFile(entry.resolve(ModelPackage.MANIFEST));
    }

    /** Names of the models, in order. */
    public Set<String> names() {
        return directories.keySet();
    }

    /**
     * Loads a model anew, so that a replaced directory is seen.
     *
     * @throws ModelException when there is no model of that name, or it cannot be used (see {@link ModelPackage#load})
     */
    public ModelPackage load(String name) {
        Path directory = directories.get(name);
        if (directory == null) {
            throw new ModelException("no model '" + name + "', only " + names(), null);
        }
        return ModelPackage.load(directory);
    }
}
