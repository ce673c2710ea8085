package vn.tiendo.reporting.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;
import vn.tiendo.reporting.regime.TemplateDefinition.Indicator;
import vn.tiendo.reporting.regime.TemplateDefinition.Named;
import vn.tiendo.reporting.report.WrittenReport.Listed;
import vn.tiendo.reporting.report.WrittenReport.Measured;

/// Figures as papers show them: by the names of the template and in its order, then those that it does not know.
final class PrintedFigures {

    private PrintedFigures() {}

    static List<Measured> measured(ReportContent content, Optional<TemplateDefinition> template) {
        var printed = new ArrayList<Measured>();
        for (var indicator : indicators(template)) {
            content.figure(Cell.of(indicator.code()))
                    .filter(figure -> figure.tableRows() == null)
                    .ifPresent(figure -> printed.add(measured(figure, indicator.nameVi(), indicator)));
            for (var part : indicator.breakdowns()) {
                content.figure(new Cell(indicator.code(), part.code()))
                        .ifPresent(figure ->
                                printed.add(measured(figure, indicator.nameVi() + ": " + part.nameVi(), indicator)));
            }
        }
        unknown(content, template).stream()
                .filter(figure -> figure.tableRows() == null)
                .forEach(figure -> printed.add(new Measured(
                        figure.cell().field(), null, figure.content().number(), figure.textValue())));
        return printed;
    }

    private static Measured measured(Figure figure, String name, Indicator indicator) {
        var words = figure.textValue();
        var choice = indicator.choices().stream()
                .filter(one -> one.code().equals(words))
                .map(Named::nameVi)
                .findFirst();
        return new Measured(name, indicator.unit(), figure.content().number(), choice.orElse(words));
    }

    static List<Listed> listed(ReportContent content, Optional<TemplateDefinition> template) {
        var printed = new ArrayList<Listed>();
        for (var indicator : indicators(template)) {
            content.figure(Cell.of(indicator.code()))
                    .filter(figure -> figure.tableRows() != null)
                    .ifPresent(figure -> printed.add(new Listed(
                            indicator.nameVi(),
                            indicator.columns().stream().map(Column::nameVi).toList(),
                            fitting(
                                    Objects.requireNonNull(figure.tableRows()),
                                    indicator.columns().size()))));
        }
        unknown(content, template).stream()
                .filter(figure -> figure.tableRows() != null)
                .forEach(figure -> printed.add(withoutNames(figure)));
        return printed;
    }

    private static Listed withoutNames(Figure figure) {
        var rows = Objects.requireNonNull(figure.tableRows());
        var width = rows.stream().mapToInt(List::size).max().orElse(0);
        var columns = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
            columns.add(Integer.toString(i));
        }
        return new Listed(figure.cell().field(), columns, fitting(rows, width));
    }

    private static List<List<String>> fitting(List<List<String>> rows, int width) {
        return rows.stream()
                .map(row -> {
                    var cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
                    while (cells.size() < width) {
                        cells.add("");
                    }
                    return List.copyOf(cells);
                })
                .toList();
    }

    private static List<Indicator> indicators(Optional<TemplateDefinition> template) {
        return template.map(TemplateDefinition::indicators).orElse(List.of());
    }

    private static List<Figure> unknown(ReportContent content, Optional<TemplateDefinition> template) {
        return content.figures().stream()
                .filter(figure -> template.flatMap(known -> known.indicator(figure.code()))
                        .isEmpty())
                .toList();
    }
}
