// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery/gallery.h"
#include "services/translations.h"
#include "theme/colorscheme.h"
#include "theme/style.h"
#include "window/librarysession.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace SecondStory;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"second-story"_s);
    QApplication::setApplicationDisplayName(u"Second Story"_s);
    QApplication::setApplicationVersion(QStringLiteral(SECONDSTORY_VERSION));
    QApplication::setDesktopFileName(u"second-story"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/secondstory.svg"_s));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Post-incident review analysis"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"library"_s, QApplication::translate("main", "The library to open; default: your own"),
        u"[LIBRARY]"_s);
    const QCommandLineOption sample(u"sample"_s,
                                    QApplication::translate("main", "Open the sample library"));
    const QCommandLineOption gallery(
        u"gallery"_s,
        QApplication::translate("main", "Write a picture of every view into FOLDER and quit"),
        u"FOLDER"_s);
    parser.addOptions({ sample, gallery });
    parser.process(application);

    QApplication::setStyle(std::make_unique<Ui::Style>().release());
    if (parser.isSet(gallery))
        return Ui::writeGallery(parser.value(gallery));
    Services::installTranslations(application);
    Ui::ColorScheme scheme;
    Ui::LibrarySession session;
    Ui::MainWindow window(session, scheme);
    window.show();
    // The library is opened after the first picture, so that the window is there at once.
    QTimer::singleShot(0, &window, [&] {
        if (parser.isSet(sample))
            return window.openSample();
        window.openLibrary(parser.positionalArguments().value(0, Ui::MainWindow::startLibrary()));
    });
    return QApplication::exec();
}
