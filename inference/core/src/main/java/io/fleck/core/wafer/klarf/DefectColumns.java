package io.fleck.core.wafer.klarf;

import java.util.List;

/** What stands in which place of a defect's row. */
final class DefectColumns {
    /** Meaning of a value. */
    enum Role {
        /** Not used here, and not looked at. */
        IGNORED,
        /** Number of the defect: tells rows that are out of step. */
        ID,
        /** x within the die. */
        X_WITHIN,
        /** y within the die. */
        Y_WITHIN,
        /** Die column. */
        X_DIE,
        /** Die row. */
        Y_DIE,
        /** Size. */
        SIZE,
        /** Class number. */
        CLASS,
        /** Several values: a count and so many pairs. */
        IMAGES
    }

    private final List<String> names;
    private final Role[] roles;

    private DefectColumns(List<String> names, Role[] roles) {
        this.names = names;
        this.roles = roles;
    }

    /**
     * Columns by their names, in any order.
     *
     * @param scanner where they stand, for the error when one that is needed is missing or there twice
     */
    static DefectColumns of(List<String> names, KlarfScanner scanner) {
        Role[] roles = names.stream().map(DefectColumns::role).toArray(Role[]::new);
        for (String needed : List.of("XREL", "YREL", "XINDEX", "YINDEX")) {
            if (names.indexOf(needed) < 0) {
                throw scanner.error(needed, "defects have no such column, and no place without it");
            }
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != Role.IGNORED && names.lastIndexOf(names.get(i)) != i) {
                throw scanner.error(names.get(i), "defects have this column twice");
            }
        }
        return new DefectColumns(List.copyOf(names), roles);
    }

    private static Role role(String name) {
        return switch (name) {
            case "DEFECTID" -> Role.ID;
            case "XREL" -> Role.X_WITHIN;
            case "YREL" -> Role.Y_WITHIN;
            case "XINDEX" -> Role.X_DIE;
            case "YINDEX" -> Role.Y_DIE;
            case "DSIZE" -> Role.SIZE;
            case "CLASSNUMBER" -> Role.CLASS;
            case "IMAGELIST" -> Role.IMAGES;
            default -> Role.IGNORED;
        };
    }

    int count() {
        return roles.length;
    }

    Role role(int column) {
        return roles[column];
    }

    String name(int column) {
        return names.get(column);
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
