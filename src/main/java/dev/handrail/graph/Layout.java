package dev.handrail.graph;

import dev.handrail.graph.Diagram.Arrow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where everything of a diagram stands: from top to bottom in layers, as Eclipse's layout kernel lays it out. */
final class Layout {
    private static final double GAP = 26;

    record Point(double x, double y) {}

    record Frame(double x, double y, double width, double height) {}

    /** @param label where its text stands; empty where it has none */
    record Course(List<Point> points, Optional<Frame> label) {
        Course {
            points = List.copyOf(points);
        }
    }

    /**
     * @param groups as the diagram's; empty for boxes that stand in none
     * @param boxes by id
     * @param courses as the diagram's arrows
     */
    record Sheet(Frame size, List<Optional<Frame>> groups, Map<String, Frame> boxes, List<Course> courses) {
        Sheet {
            groups = List.copyOf(groups);
            boxes = Map.copyOf(boxes);
            courses = List.copyOf(courses);
        }
    }

    private final Diagram diagram;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<Optional<ElkNode>> groups = new ArrayList<>();
    private final Map<String, ElkNode> boxes = new LinkedHashMap<>();
    private final List<Way> ways = new ArrayList<>();

    /** @param isBack whether it leads up: the kernel is given it the other way round, so that steps keep the file's order */
    private record Way(ElkEdge edge, boolean isBack) {}

    private Layout(Diagram diagram) {
        this.diagram = diagram;
    }

    static Sheet of(Diagram diagram) {
        var layout = new Layout(diagram);
        layout.fill();
        new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
        return layout.sheet();
    }

    private void fill() {
        spaced(root);
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(16));
        for (var group : diagram.groups()) {
            var parent = group.title().isEmpty() ? Optional.<ElkNode>empty() : Optional.of(group(group.title()));
            groups.add(parent);
            for (var box : group.boxes()) {
                var node = ElkGraphUtil.createNode(parent.orElse(root));
                var lines = Lettering.of(box);
                node.setDimensions(lines.width(), lines.height());
                boxes.put(box.id(), node);
            }
        }
        diagram.arrows().forEach(this::arrow);
    }

    private ElkNode group(String title) {
        var group = ElkGraphUtil.createNode(root);
        spaced(group);
        group.setProperty(CoreOptions.PADDING, new ElkPadding(38, 16, 16, 16));
        group.setDimensions(Lettering.heading(title), 0);
        return group;
    }

    private static void spaced(ElkNode node) {
        node.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
        node.setProperty(CoreOptions.SPACING_EDGE_NODE, GAP / 2);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, GAP);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, GAP / 2);
    }

    private void arrow(Arrow arrow) {
        var order = List.copyOf(boxes.keySet());
        var isBack = order.indexOf(arrow.from()) > order.indexOf(arrow.to());
        var edge = ElkGraphUtil.createSimpleEdge(
                node(isBack ? arrow.to() : arrow.from()), node(isBack ? arrow.from() : arrow.to()));
        if (!arrow.labels().isEmpty()) {
            var lines = Lettering.of(arrow);
            var label = ElkGraphUtil.createLabel(String.join("\n", arrow.labels()), edge);
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setDimensions(lines.width(), lines.height());
        }
        ways.add(new Way(edge, isBack));
    }

    private ElkNode node(String id) {
        var node = boxes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("an arrow at '%s', which is none of %s".formatted(id, boxes.keySet()));
        }
        return node;
    }

    private Sheet sheet() {
        var frames = new HashMap<String, Frame>();
        boxes.forEach((id, node) -> frames.put(id, frame(node)));
        return new Sheet(
                new Frame(0, 0, root.getWidth(), root.getHeight()),
                groups.stream().map(group -> group.map(Layout::frame)).toList(),
                frames,
                ways.stream().map(Layout::course).toList());
    }

    private static Frame frame(ElkNode node) {
        var corner = corner(node);
        return new Frame(corner.x(), corner.y(), node.getWidth(), node.getHeight());
    }

    /** The layout counts from the corner of what holds a box; a drawing counts from its own. */
    private static Point corner(ElkNode node) {
        var x = 0.0;
        var y = 0.0;
        for (var at = node; at.getParent() != null; at = at.getParent()) {
            x += at.getX();
            y += at.getY();
        }
        return new Point(x, y);
    }

    private static Course course(Way way) {
        var edge = way.edge();
        var from = corner(edge.getContainingNode());
        var points = new ArrayList<Point>();
        for (var section : edge.getSections()) {
            points.add(new Point(from.x() + section.getStartX(), from.y() + section.getStartY()));
            section.getBendPoints()
                    .forEach(bend -> points.add(new Point(from.x() + bend.getX(), from.y() + bend.getY())));
            points.add(new Point(from.x() + section.getEndX(), from.y() + section.getEndY()));
        }
        var label = edge.getLabels().stream()
                .map(text ->
                        new Frame(from.x() + text.getX(), from.y() + text.getY(), text.getWidth(), text.getHeight()))
                .findFirst();
        return new Course(way.isBack() ? points.reversed() : points, label);
    }
}
