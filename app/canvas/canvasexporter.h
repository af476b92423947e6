// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "editing/reviewdocument.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QMenu;
class QWidget;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class FactorScene;

/// Writes the canvas to files, in paper colours.
class CanvasExporter : public QObject {
    Q_OBJECT
public:
    enum class Format : quint8 { Svg, Png, Dot, GraphMl, FactorsCsv, InfluencesCsv };

    explicit CanvasExporter(FactorScene &scene, QObject *parent = nullptr);

    /// One entry for each format; asks for the file's name.
    void fill(QMenu &menu, QWidget *dialogParent);
    /// Units: `scale` 1 to 4, for PNG. Errors: Storage.
    [[nodiscard]] Result<void> write(const QString &path, Format format, double scale = 1,
                                     bool isTransparent = false) const;

Q_SIGNALS:
    void statusMessage(const QString &message);

private:
    void ask(QWidget *parent, const QString &suffix, Format format, double scale,
             bool isTransparent);
    [[nodiscard]] QByteArray bytes(Format format, double scale, bool isTransparent) const;

    FactorScene &m_scene;
};

} // namespace SecondStory::Ui
